import { answeredDeliveries } from './answeredDeliveries';
import type { Choice } from './counting';
import type { PersonRecord } from './personRecord';
import { ofMessage } from './personRecord.builder';

const answered = (
  records: readonly PersonRecord[],
  choice: Choice = { verdict: 'all' },
): readonly (readonly [number, number | undefined])[] =>
  answeredDeliveries(records, choice, () => true).map(({ delivery, opened }) => [delivery.at, opened?.at]);

test('a delivery is answered by the first open of its message in its send', () => {
  const opens = [9, 5, 7].map((at) => ofMessage('EmailOpened', at));
  expect(answered([ofMessage('EmailDelivered', 1), ...opens])).toEqual([[1, 5]]);
});

test('opens of other sends and messages, test sends and clicks answer nothing', () => {
  const others = [
    ofMessage('EmailOpened', 2, { sending: 's2' }),
    ofMessage('EmailOpened', 2, { message: 'm2' }),
    ofMessage('EmailOpened', 2, { testSend: true }),
    ofMessage('EmailClicked', 2),
  ];
  expect(answered([ofMessage('EmailDelivered', 1), ...others])).toEqual([[1, undefined]]);
});

test('of people only, a machine’s open answers nothing; the delivery stays', () => {
  const records = [
    ofMessage('EmailDelivered', 1),
    ofMessage('EmailOpened', 2, { verdict: 'machine' }),
    ofMessage('EmailOpened', 9, { verdict: 'unknown' }),
  ];
  expect([
    answered(records),
    answered(records, { verdict: 'people' }),
    answered(records, { verdict: 'surePeople' }),
  ]).toEqual([[[1, 2]], [[1, 9]], [[1, undefined]]]);
});

test('deliveries taken back or without a message are none; an open told before the delivery answers it', () => {
  expect(answered([ofMessage('EmailDelivered', 1), ofMessage('EmailHardRemoteBounced', 2)])).toEqual([]);
  expect(answered([ofMessage('EmailDelivered', 1, { message: '' })])).toEqual([]);
  expect(answered([ofMessage('EmailDelivered', 5), ofMessage('EmailOpened', 4)])).toEqual([[5, 4]]);
});

test('only deliveries of the period are asked for, whenever they were opened', () => {
  const records = [ofMessage('EmailDelivered', 1), ofMessage('EmailOpened', 99)];
  expect(answeredDeliveries(records, { verdict: 'all' }, ({ at }) => at < 5)).toHaveLength(1);
  expect(answeredDeliveries(records, { verdict: 'all' }, ({ at }) => at > 5)).toHaveLength(0);
});
