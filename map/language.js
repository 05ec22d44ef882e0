// The language that the map speaks: how it writes numbers and lengths, and which form of a message a number takes.

export class Language {
  constructor(code) {
    this.code = code || document.documentElement.lang || "en";
    this.plural = new Intl.PluralRules(this.code);
  }

  number(n, how) {
    return new Intl.NumberFormat(this.code, { useGrouping: "always", numberingSystem: "latn", ...how }).format(n);
  }

  long(n, unit) {
    return this.number(n, { style: "unit", unit });
  }

  /** Fill a message that depends on its value `number`: its forms are named as CLDR names them. */
  filled(forms, values) {
    return forms[this.plural.select(values.number)].replace(/\{(\w+)\}/g, (_, name) => this.number(values[name]));
  }
}
