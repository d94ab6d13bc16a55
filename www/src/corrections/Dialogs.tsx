/** The forms of corrections: loaded when one is first opened. */
import { part, usePart } from '../app/lazy';
import { closeForm, closeList, editing, listing } from './editing';

const editDialog = part(() => import('./EditDialog'));
const listDialog = part(() => import('./ListDialog'));

export function Dialogs() {
  const edit = usePart(editDialog, editing.value !== null, closeForm);
  const list = usePart(listDialog, listing.value, closeList);
  return (
    <>
      {edit && editing.value && <edit.EditDialog of={editing.value} />}
      {list && <list.ListDialog />}
    </>
  );
}
