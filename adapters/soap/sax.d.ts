/** What we use of `sax`, which brings no types. */
declare module 'sax' {
  export interface QualifiedName {
    readonly uri: string;
    readonly local: string;
  }
  export interface Attribute extends QualifiedName {
    readonly value: string;
  }
  export interface Tag extends QualifiedName {
    readonly attributes: Readonly<Record<string, Attribute>>;
  }
  export interface Parser {
    onerror: (error: Error) => void;
    ondoctype: () => void;
    onopentag: (tag: Tag) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    write(text: string): Parser;
    close(): void;
  }
  export interface Options {
    readonly xmlns: true;
    readonly strictEntities: true;
    readonly position: false;
  }
  const sax: { parser(strict: true, options: Options): Parser };
  export default sax;
}
