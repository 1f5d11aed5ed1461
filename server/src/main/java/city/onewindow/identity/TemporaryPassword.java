package city.onewindow.identity;

/** A password that was made for an account, to be handed to its owner and shown this once. */
public record TemporaryPassword(String account, String password) {

    /** Never spelt out in a log. */
    @Override
    public String toString() {
        return "TemporaryPassword[account=" + account + "]";
    }
}
