/** Takes the focus to the first box of a form that is wrong or was left out, once the form shows which. */
export function focusFirstProblem(form: EventTarget | null): void {
  requestAnimationFrame(() => {
    if (!(form instanceof HTMLElement)) return;
    form.querySelector<HTMLElement>('[aria-invalid], [data-missing] input')?.focus();
  });
}
