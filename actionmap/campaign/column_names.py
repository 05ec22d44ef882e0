"""Names of columns as people write them: field of an action → its other usual names, the surest first in each line."""

_NAMES = {
    "date": """
        day, when, event date, start date, date of event, datetime, dates, fecha, día, cuándo, jour, quand
        date de l'action, dia, data, quando, data do ato, datum, tag, wann, termin, التاريخ, تاريخ, اليوم, موعد
        الموعد, تاريخ الفعالية, tarih, gün, tanggal, hari, tarikh, giorno, 날짜, 일자, 일시, 日付, 開催日, 日時
        日にち, 日期, dag, dato, дата, день, когда, termín, data wydarzenia, dzień, päivä, ημερομηνία, תאריך, تاریخ
        ngày, วันที่, तारीख""",
    "start_time": """
        time, start, start time, hour, time of day, starts at, begins, begin, starting time, hora, hora de inicio
        horario, a qué hora, heure, heure de début, horaire, horário, hora de início, uhrzeit, beginn, zeit
        startzeit, anfang, الوقت, الساعة, وقت البدء, وقت, ساعة, saat, başlangıç saati, waktu, jam, pukul, masa, ora
        orario, ora di inizio, 시간, 시각, 시작 시간, 時間, 開始時刻, 開始時間, 时间, 時刻, tid, klockslag
        starttid, tidspunkt, kl, tijd, aanvang, begintijd, время, начало, godzina, czas, čas, aika, ώρα, שעה, ساعت
        giờ, เวลา""",
    "end_date": """
        last day, end date, until, ends on, to date, hasta el día, fecha de fin, fecha final, date de fin, data final
        data de término, enddatum, fin, ende, bis, تاريخ الانتهاء, bitiş tarihi, data di fine
        tanggal selesai, tarikh tamat
        終了日, 结束日期, 종료일, slutdatum, einddatum, дата окончания, data zakończenia""",
    "end_time": """
        end, end time, ends, ends at, finish, finish time, hora de fin, hora de finalización, heure de fin, hora final
        hora de término, endzeit, endet um, وقت الانتهاء, bitiş saati, ora di fine, waktu selesai
        jam selesai, masa tamat
        終了時刻, 終了時間, 结束时间, 종료 시간, sluttid, eindtijd, время окончания""",
    "venue": """
        address, meeting place, meeting point, street, street address, place of meeting, location details
        location detail, exact location, gathering point, assembly point, where to meet, dirección
        punto de encuentro, lugar de concentración, lugar de encuentro, dónde, recinto, adresse
        lieu de rendez-vous, point de rendez-vous, endereço, local do ato, ponto de encontro, onde, treffpunkt
        anschrift, veranstaltungsort, startpunkt, العنوان, مكان التجمع, نقطة التجمع, مكان اللقاء, buluşma yeri
        buluşma noktası, adres, mekan, mekân, indirizzo, punto di ritrovo, ritrovo, alamat, tempat, titik kumpul
        lokasi perhimpunan, 주소, 장소, 집결지, 住所, 会場, 場所, 集合場所, 地址, 地点, 地點, 集合地点, 集合地點
        mötesplats, samlingsplats, adress, plats, møtested, sted, verzamelpunt, verzamelplaats, locatie, адрес
        место, место встречи, место сбора, miejsce, miejsce zbiórki, místo, διεύθυνση, כתובת, מקום, location, place
        lugar, lieu, endroit, local, ort, المكان, مكان, الموقع, موقع, yer, luogo, posto, lokasi""",
    "locality": """
        city, town, municipality, city/town, city or town, city name, town name, village, location city, place name
        ciudad, localidad, municipio, pueblo, población, ciudad o pueblo, ville, commune, localité, cidade
        município, stadt, gemeinde, ortschaft, المدينة, مدينة, البلدة, بلدة, القرية, şehir, kent, il, ilçe, città
        comune, località, kota, kabupaten, kota/kabupaten, bandar, bandaraya, 도시, 시, 시군구, 都市, 市区町村
        市町村, 市, 城市, 县市, 縣市, stad, kommun, by, kommune, plaats, woonplaats, gemeente, город, населенный пункт
        населённый пункт, miasto, miejscowość, město, kaupunki, πόλη, עיר, شهر, thành phố, เมือง, शहर, place
        location, lugar, lieu, local, ort, المكان, مكان, yer, luogo, lokasi, tempat, 장소, 場所, 地点, 地點, plats
        место, miejsce""",
    "region": """
        state, province, state/province, county, region, us state, state or province, admin1, admin 1, region name
        estado, provincia, departamento, comunidad autónoma, comunidad, región, région, département, província, uf
        bundesland, kanton, المحافظة, الولاية, محافظة, ولاية, المنطقة, الإقليم, bölge, eyalet, regione, provinsi
        propinsi, negeri, 시도, 도, 지역, 都道府県, 県, 省份, 省, 地区, 州, län, landskap, fylke, delstat
        provincie, gewest, область, регион, край, województwo, kraj (region), maakunta, περιφέρεια, νομός, מחוז
        استان, tỉnh""",
    "country": """
        country or territory, country code, country name, nation, iso code, iso country, país, pays, land, staat
        البلد, بلد, الدولة, دولة, ülke, paese, stato, nazione, negara, 국가, 나라, 国, 国名, 国家, 國家, 国家/地区
        страна, kraj, państwo, země, stát, maa, χώρα, מדינה, ארץ, کشور, quốc gia, ประเทศ, देश""",
    "status": """
        event status, state of planning, confirmation, estatus, situación, statut, état, situação, stand, الحالة
        durum, stato evento, 상태, 状态, 狀態, 状況, статус""",
    "organizers": """
        organizer, organisers, organiser, organized by, organised by, organizing group, organising group
        organization, organisation, organizations, host org, host organization, hosting organization
        hosting organisation, hosting org, hosted by, hosts, host, groups, group, convened by, convener, conveners
        sponsor, sponsors, contact organization, organizadores, organizador, organiza, organizan, organización
        convoca, convocan, convocante, convocantes, organizado por, convocado por, organisateurs, organisateur
        organisé par, organise, à l'appel de, organizadora, organização, veranstalter, veranstalterin
        veranstaltende, organisiert von, ausrichter, المنظمون, المنظم, الجهة المنظمة, الجهات المنظمة, المنظمة
        جهة التنظيم, الجهة الداعية, düzenleyen, düzenleyenler, düzenleyici, organizatör, organizzatori
        organizzatore, organizzato da, promotori, promosso da, penyelenggara, penganjur, panitia, 주최, 주최자
        주관, 主催, 主催者, 主催団体, 主办方, 主辦單位, 主办, 组织者, arrangör, arrangörer, arrangør, arrangører
        organisator, organisatoren, организатор, организаторы, organizator, organizatorzy, pořadatel, järjestäjä
        διοργανωτής, מארגנים, برگزارکننده""",
    "callers": "called by, call by, caller, llamado por, aufgerufen von, appelé par",
    "attendance": """
        participants, turnout, crowd size, estimated attendance, number of participants, attendees, crowd, size
        asistencia, asistentes, participantes, participation, participação, público, teilnehmer, teilnehmende
        teilnehmerzahl, الحضور, عدد المشاركين, المشاركون, katılımcı, katılım, partecipanti, peserta, 참가자, 参加者
        参加人数, deltagare, deltakere, deelnemers, участники, uczestnicy""",
    "source_name": """
        source, source title, fuente, fonte, quelle, المصدر, kaynak, sumber, 출처, 出典, 来源, källa, bron
        источник, źródło""",
    "source_url": """
        url, link, website, event link, website url, web, web site, more info, more information, info link
        source link, event url, event page, registration link, rsvp, enlace, página web, más información, lien
        site web, site, plus d'infos, link do evento, webseite, internetseite, الرابط, رابط, bağlantı, sito
        sito web, collegamento, tautan, pautan, 링크, 웹사이트, リンク, ウェブサイト, 链接, 連結, 网址, länk, lenke
        webbplats, ссылка, сайт, odnośnik, strona, odkaz, linkki, σύνδεσμος, קישור, لینک""",
    "source_date": "published, publication date, date published, veröffentlicht, publicado, publié",
    "other_sources": "links, other links, more sources, more links, otros enlaces, autres liens, weitere links",
    "evidence": """
        notes, note, comments, comment, description, details, remarks, summary, notas, observaciones, comentarios
        descripción, remarques, remarque, commentaires, observações, descrição, bemerkung, bemerkungen, anmerkung
        anmerkungen, beschreibung, notizen, hinweise, ملاحظات, الوصف, ملاحظة, notlar, açıklama, notizie
        descrizione, osservazioni, catatan, keterangan, 비고, 메모, 備考, メモ, 备注, 備註, 说明, anteckningar
        anmärkning, merknader, opmerkingen, toelichting, примечание, описание, комментарий, uwagi, poznámka
        σημειώσεις, הערות, توضیحات""",
    "latitude": """
        lat, y, coordinates, coords, coordinate, gps, gps coordinates, lat/lon, lat/lng, lat/long, latlon, latlng
        lat lon, lat lng, lat long, latitude/longitude, geo, latitud, coordenadas, coordonnées, breitengrad, breite
        koordinaten, geografische breite, latitudine, coordinate gps, enlem, koordinatlar, lintang, koordinat
        latitud (y), خط العرض, الإحداثيات, 위도, 좌표, 緯度, 座標, 纬度, 坐标, latitud/longitud, breddgrad
        koordinater, breedtegraad, coördinaten, широта, координаты, szerokość geograficzna, współrzędne""",
    "longitude": """
        lon, lng, long, x, longitud, längengrad, länge, geografische länge, longitudine, boylam, bujur, garis bujur
        خط الطول, 경도, 経度, 经度, 經度, longitud (x), längdgrad, lengtegraad, долгота, długość geograficzna""",
}

COLUMN_NAMES = {field: ", ".join(line.strip() for line in text.strip().splitlines()) for field, text in _NAMES.items()}
"""Field → its names, separated by commas, in the languages of the templates and beyond."""
