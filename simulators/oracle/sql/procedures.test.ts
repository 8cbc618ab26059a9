import { describe, expect, it } from '@jest/globals';
import { lex } from '#simulators/oracle/sql/lexer.ts';
import { type Procedure, readCallBlock } from '#simulators/oracle/sql/procedures.ts';

const greet: Procedure = {
  name: 'OWNER.PKG.GREET',
  parameters: [
    { name: 'P_NAME', mode: 'in' },
    { name: 'P_TEXT', mode: 'out' },
  ],
  run: async () => ({}),
};

const read = (block: string, owner = 'OTHER') => readCallBlock(lex(block), [greet], owner);

describe('readCallBlock', () => {
  it('takes parameters by place', () => {
    const { procedure, bindNames, passed } = read('BEGIN owner.pkg.greet(:who, :text); END;');
    expect(procedure).toBe(greet);
    expect(bindNames).toEqual(['WHO', 'TEXT']);
    expect([...passed]).toEqual([
      ['P_NAME', { bind: 0 }],
      ['P_TEXT', { bind: 1 }],
    ]);
  });

  it('takes parameters by name, binds by distinct name, texts and NULL', () => {
    expect(Object.fromEntries(read("BEGIN owner.pkg.greet(P_TEXT => :t, P_NAME => 'it''s'); END;").passed)).toEqual({
      P_NAME: { literal: "it's" },
      P_TEXT: { bind: 0 },
    });
    expect(read('BEGIN owner.pkg.greet(NULL, :t); END;').passed.get('P_NAME')).toEqual({ literal: null });
    expect(read("BEGIN owner.pkg.greet('', :t); END;").passed.get('P_NAME')).toEqual({ literal: null });
    expect(read('BEGIN owner.pkg.greet(:t, :t); END;').bindNames).toEqual(['T']);
  });

  it('knows the own packages of a user without their owner', () => {
    expect(read('BEGIN pkg.greet(:a, :b); END;', 'OWNER').procedure).toBe(greet);
    expect(() => read('BEGIN pkg.greet(:a, :b); END;')).toThrow("PLS-00201: identifier 'PKG.GREET' must be declared");
  });

  it.each([
    ['a parameter too few', 'BEGIN owner.pkg.greet(:a); END;'],
    ['a parameter too many', 'BEGIN owner.pkg.greet(:a, :b, :c); END;'],
    ['an unknown parameter', 'BEGIN owner.pkg.greet(:a, P_NOPE => :b); END;'],
    ['a text for OUT', "BEGIN owner.pkg.greet(:a, 'b'); END;"],
    ['an expression', 'BEGIN owner.pkg.greet(:a || :c, :b); END;'],
  ])('refuses %s', (_, block) => {
    expect(() => read(block)).toThrow(
      expect.objectContaining({ number: 6550, message: expect.stringMatching('PLS-00306') }),
    );
  });

  it.each([
    'BEGIN NULL END;',
    'BEGIN owner.pkg.greet(:a, :b); owner.pkg.greet(:a, :b); END;',
    'BEGIN owner.pkg.greet(:a, :b)',
  ])('refuses any other block: %s', (block) => {
    expect(() => read(block)).toThrow('ORA-06550');
  });
});
