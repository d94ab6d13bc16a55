// Places of figures that hold when the text changes elsewhere.
import { analyze } from 'fachi';
import { describe, expect, it } from 'vitest';
import { type Place, keyOf, match, placeAt, placeOf, spansOf } from './place';

const text = '一、概况\n全年办理公证1874件，其中涉外公证312件。接待群众1874件次。\n二、其他\n全年办理公证1874件，其中涉外公证312件。';
const read = (source: string) => analyze(source).metrics;
const placeIn = (source: string, words: string, nth = 0): Place => {
  const metrics = read(source);
  return placeOf(source, metrics, metrics.filter((metric) => metric.text === words)[nth]!);
};
/** Where a place of `text` is found in another text: how many figures stand before it. */
const foundIn = (source: string, place: Place): number | undefined => {
  const metrics = read(source);
  const metric = match(source, metrics, [place]).get(place);
  return metric && metrics.indexOf(metric);
};

describe('the place of a figure', () => {
  it('is another one for each figure, even in the same sentence twice over', () => {
    const metrics = read(text);
    const keys = metrics.map((metric) => keyOf(placeOf(text, metrics, metric)));
    expect(metrics.length).toBe(5);
    expect(new Set(keys).size).toBe(5);
    expect(metrics.map((metric) => foundIn(text, placeOf(text, metrics, metric)))).toEqual([0, 1, 2, 3, 4]);
  });

  it('holds when the text is edited elsewhere, or pasted with other blanks, line breaks and widths', () => {
    const place = placeIn(text, '312件');
    expect(foundIn(`新加了一句话，共5项。\n${text}另有6起。`, place)).toBe(2);
    expect(foundIn(text.replaceAll('其中涉外', '其中\n 涉外'), place)).toBe(1);
    expect(foundIn(text.replaceAll('312', '３１２'), place)).toBe(1);
  });

  it('holds when another figure of its sentence is mended, if its neighbours tell it', () => {
    const once = '全年共办理公证1874件，其中涉外公证312件。';
    const place = placeIn(once, '312件');
    expect(foundIn(once.replace('1874', '1890'), place)).toBe(1);
    expect(foundIn('其中涉外公证312件。甲办其中涉外公证312件。', place)).toBeUndefined();
  });

  it('is lost where its figure is gone or is another one', () => {
    const place = placeIn(text, '312件');
    expect(foundIn(text.replaceAll('312', '313'), place)).toBeUndefined();
    expect(foundIn('举办讲座312件。', place)).toBeUndefined();
  });

  it('is found for words that the core reads no figure in', () => {
    const twice = '制定方案若干。制定方案若干。';
    const place = placeAt(twice, { start: 11, end: 13 });
    expect(place).toMatchObject({ text: '若干', nth: 1 });
    expect(spansOf(twice, place)[place.nth]).toEqual({ start: 11, end: 13 });
    expect(spansOf(`甲。${twice}`, place)[place.nth]).toEqual({ start: 13, end: 15 });
    expect(spansOf(text, { text: '', before: '', after: '' })).toEqual([]);
  });

  it('costs little where the same figure stands a hundred thousand times in one line', () => {
    const line = '1件，'.repeat(20_000);
    const metrics = Array.from({ length: 20_000 }, (_, i) => ({ id: `m${i}`, text: '1件', span: { start: i * 3, end: i * 3 + 2 } })) as never as ReturnType<typeof read>;
    const place = placeOf(line, metrics, metrics[19_000]!);
    const before = performance.now();
    expect(match(line, metrics, [place]).get(place)?.id).toBe('m19000');
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
