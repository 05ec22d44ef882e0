"""Words for the status of an action as people write them: announced, reported, or called off."""

from functools import cache

from actionmap.lists.cells import mistake
from actionmap.lists.problems import ProblemKind
from actionmap.text import fold

_WORDS = {
    "announced": """
        announced, confirmed, planned, scheduled, upcoming, going ahead, on, open, active, to be held, future
        confirmado, confirmada, anunciado, anunciada, convocado, convocada, previsto, prevista, programado
        programada, confirmé, confirmée, prévu, prévue, annoncé, annoncée, planifié, à venir, planejado, planejada
        marcado, agendado, bestätigt, geplant, angekündigt, angemeldet, مؤكد, مؤكدة, معلن, معلنة, مخطط, مقرر
        onaylandı, planlandı, duyuruldu, confermato, confermata, annunciato, programmato, dikonfirmasi
        direncanakan, terkonfirmasi, disahkan, dirancang, 확정, 예정, 확인됨, 確定, 予定, 開催予定, 已确认, 确认
        計画, 計劃, 预定, bekräftad, planerad, bekreftet, planlagt, bevestigd, gepland, подтверждено, запланировано
        анонс, potwierdzone, planowane""",
    "reported": """
        reported, took place, taken place, happened, held, done, completed, past, over, finished, was held
        occurred, realizado, realizada, celebrado, celebrada, tuvo lugar, hecho, finalizado, a eu lieu, passé
        terminé, réalisé, aconteceu, ocorreu, concluído, stattgefunden, fand statt, vorbei, beendet, erledigt
        durchgeführt, تمت, تم, أقيمت, نفذت, انتهت, yapıldı, gerçekleşti, tamamlandı, svolto, svolta, avvenuto
        fatto, terlaksana, selesai, telah berlangsung, 완료, 종료, 개최됨, 開催済み, 終了, 完了, 实施済み, 已举行
        已完成, 结束, genomförd, gjennomført, afgelopen, gehouden, состоялось, прошло, завершено, odbyło się
        zakończone""",
    "": """
        cancelled, canceled, called off, postponed, cancelled or postponed, cancellation, off, suspended
        rescheduled, moved, delayed, banned, abandoned, scrapped, cancelado, cancelada, suspendido, suspendida
        aplazado, aplazada, pospuesto, pospuesta, desconvocado, desconvocada, annulé, annulée, reporté, reportée
        repoussé, adiado, adiada, abgesagt, verschoben, ausgefallen, entfällt, fällt aus, ألغيت, ألغي, ملغى, ملغاة
        ملغي, تأجلت, مؤجل, مؤجلة, أجلت, iptal, iptal edildi, ertelendi, annullato, annullata, rinviato, rinviata
        sospeso, dibatalkan, batal, ditunda, 취소, 취소됨, 연기, 연기됨, 中止, 延期, キャンセル, 取消, 已取消, 推迟
        延后, inställd, inställt, uppskjuten, avlyst, utsatt, afgelast, geannuleerd, uitgesteld, отменено, отменена
        отмена, отложено, перенесено, odwołane, odwołany, przełożone""",
}


@cache
def _meanings() -> dict[str, str]:
    return {
        fold(word): status
        for status, lines in _WORDS.items()
        for line in lines.strip().splitlines()
        for word in line.split(", ")
    }


def read_status(value: object) -> object:
    """Return the status that a word means; refuse one that says that there will be no action."""
    if not isinstance(value, str):
        return value
    status = _meanings().get(fold(value), value)
    if not status:
        raise mistake(ProblemKind.CALLED_OFF, left_out=True)
    return status
