import { describeLimits } from '../contract/limits';
import { describeModel } from '../contract/model';
import { describeReading } from '../contract/reading';
import { describeValues } from '../contract/values';
import { describeWriting } from '../contract/writing';
import { memoryStore } from '../harness/memoryStore';

/** What the laws are tried on most must be a store as the others are. */
describe('the memory store', () => {
  const opened = memoryStore();
  const store = (): typeof opened => opened;

  describe('writing', () => describeWriting(store));
  describe('reading', () => describeReading(store));
  describe('values', () => describeValues(store));
  describe('limits', () => describeLimits(store));
  describe('histories', () => describeModel(store, 200));
});
