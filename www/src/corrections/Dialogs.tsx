/** The forms of corrections: loaded when one is first opened. */
import { useLazy } from '../app/lazy';
import { closeForm, closeList, editing, listing } from './editing';

export function Dialogs() {
  const Edit = useLazy(editing.value !== null, async () => (await import('./EditDialog')).EditDialog, closeForm);
  const List = useLazy(listing.value, async () => (await import('./ListDialog')).ListDialog, closeList);
  return (
    <>
      {Edit && editing.value && <Edit of={editing.value} />}
      {List && <List />}
    </>
  );
}
