/** A choice among a few: the browser's own, with its title before it. */
interface Props<Value extends string> {
  title: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
}

export function Choice<Value extends string>({ title, value, options, onChoose }: Props<Value>) {
  return (
    <label class="choice">
      <span>{title}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value as Value)}>
        {options.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </select>
    </label>
  );
}
