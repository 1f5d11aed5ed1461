package city.onewindow.approval;

import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 告知承诺 of a matter: what was signed for it, and how the check of it stands.
 *
 * @param document verify code of the declaration (告知承诺书)
 * @param checkDays working days to check, from the grant
 * @param mendDays working days to mend what was not as declared
 * @param due last day to check, or to mend; null if neither is due
 * @param found what the check found, or why it was taken back; empty before
 * @param settledOn when it was taken back, confirmed, revoked or over; null before
 */
public record Declared(
        String number,
        String item,
        String document,
        State state,
        int checkDays,
        int mendDays,
        @Nullable LocalDate due,
        String found,
        @Nullable LocalDate settledOn) {

    /** Where the check stands; {@link #after} is its graph. */
    public enum State {
        /** Nothing is granted yet, or never was. */
        SIGNED("已签署承诺"),
        /** Before anything was granted on it: the matter is an ordinary one. */
        TAKEN_BACK("已撤回承诺"),
        /** Its matter was denied, withdrawn or set aside: should that begin again, it is an ordinary one. */
        OVER("承诺不再适用"),
        CHECK_DUE("待核查"),
        MENDING("整改中"),
        CONFIRMED("核查相符"),
        REVOKED("已撤销");

        private final String term;

        State(String term) {
            this.term = term;
        }

        /** The field's word, as pages show it. */
        public String term() {
            return term;
        }

        /** Where an act leads from here; empty if it can't be done. */
        public Optional<State> after(Act act) {
            return Optional.ofNullable(
                    switch (act) {
                        case GRANT_DECLARED -> this == SIGNED ? CHECK_DUE : null;
                        case TAKE_BACK -> this == SIGNED ? TAKEN_BACK : null;
                        case CONFIRM -> isChecked() ? CONFIRMED : null;
                        case ORDER_MENDING -> this == CHECK_DUE ? MENDING : null;
                        case REVOKE -> isChecked() ? REVOKED : null;
                        default -> null;
                    });
        }

        private boolean isChecked() {
            return this == CHECK_DUE || this == MENDING;
        }
    }

    /** Whether the matter is decided on it: it wasn't taken back, and didn't end with an earlier decision. */
    boolean stands() {
        return state != State.TAKEN_BACK && state != State.OVER;
    }

    static Problem.Conflict takenBack(Matter matter) {
        return new Problem.Conflict("「" + matter.itemName() + "」的告知承诺已经撤回或者不再适用，请按一般程序办理。");
    }

    /** @throws Problem.Conflict where the check, or what comes before it, doesn't stand where the act begins */
    void refuseUnlessOpen(Matter matter, Act act, LocalDate today) {
        boolean open = matter.outcome() == (act == Act.TAKE_BACK ? null : Outcome.GRANTED)
                && state.after(act).isPresent();
        String where = "「" + matter.itemName() + "」的告知承诺现在是“" + state.term() + "”，";
        if (!open) {
            throw new Problem.Conflict(where + "不能办理“" + act.term() + "”。请刷新页面，按现在的情况办理。");
        }
        if (!allows(this, act, today)) {
            throw new Problem.Conflict(where + "整改期限到"
                    + Optional.ofNullable(due).map(DayWords::of).orElse("") + "，期限内不能办理“" + act.term() + "”。");
        }
    }

    /** Whether the last day has passed. */
    public boolean isOverdue(LocalDate today) {
        return due != null && today.isAfter(due);
    }

    /**
     * Whether a matter's declaration lets an act be done. With one the grant rests on it and is no ordinary one; nothing is
     * revoked while there is time left to mend.
     *
     * @param declared null if the matter has none
     */
    static boolean allows(@Nullable Declared declared, Act act, LocalDate today) {
        boolean concerns = act.isOfDeclaration();
        if (declared == null || !declared.stands()) {
            return !concerns;
        }
        if (act == Act.REVOKE && declared.state == State.MENDING && !declared.isOverdue(today)) {
            return false;
        }
        return concerns ? declared.state.after(act).isPresent() : act != Act.GRANT;
    }
}
