import fc from 'fast-check';
import { evaluate, inputsOf, printFormula, type Formula } from './formula';

const counter = (name: 'sent' | 'delivered' | 'blocked'): Formula => ({ op: 'counter', counter: name });

test('a ratio over nothing has no answer, and neither has what is built on it', () => {
  const ratio: Formula = { op: 'ratio', of: counter('sent'), over: counter('delivered') };
  expect(evaluate(ratio, { sent: 3 })).toBeNull();
  expect(evaluate({ op: 'sum', of: [ratio, counter('sent')] }, { sent: 3 })).toBeNull();
});

test('a formula prints as it computes', () => {
  const formula: Formula = {
    op: 'ratio',
    of: { op: 'difference', of: counter('sent'), minus: counter('blocked') },
    over: counter('sent'),
  };
  expect(printFormula(formula)).toBe('(sent − blocked) ÷ sent');
  expect(inputsOf(formula)).toEqual(['sent', 'blocked']);
  expect(evaluate(formula, { sent: 4, blocked: 1 })).toBe(0.75);
});

test('a sum is the sum of its parts', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (sent, blocked) =>
      expect(evaluate({ op: 'sum', of: [counter('sent'), counter('blocked')] }, { sent, blocked })).toBe(
        sent + blocked,
      ),
    ),
  );
});
