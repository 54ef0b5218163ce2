export { rowOf, textOf, type Row, type Value } from '@record-insights/domain';
