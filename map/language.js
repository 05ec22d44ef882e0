// The language that the map speaks: how it writes numbers and lengths, and which form of a message a number takes.

export class Language {
  /** `towns` names the folder of its names of towns; empty where those on the map are its own. */
  constructor(code, towns) {
    this.code = code || document.documentElement.lang || "en";
    this.towns = towns;
    this.plural = new Intl.PluralRules(this.code);
  }

  number(n, how) {
    return new Intl.NumberFormat(this.code, { numberingSystem: "latn", ...how }).format(n);
  }

  long(n, unit) {
    return this.number(n, { style: "unit", unit });
  }

  /** A country's name in lines; the map's own short one is English. */
  country(code, own) {
    if (this.code === "en") return own;
    const name = (this.countries ??= new Intl.DisplayNames([this.code], { type: "region" })).of(code);
    const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
    if (name.length < 14 || !spaces.length) return name;
    const middle = spaces.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
    return `${name.slice(0, middle)}\n${name.slice(middle + 1)}`;
  }

  /** Fill a message that depends on its value `number`: its forms are named as CLDR names them. */
  filled(forms, values) {
    return forms[this.plural.select(values.number)].replace(/\{(\w+)\}/g, (_, name) => this.number(values[name]));
  }
}
