package city.onewindow.connection;

/** How far an event got on its way. */
public enum DeliveryState {
    /** To be sent, now or again later. */
    PENDING("待发送"),
    DELIVERED("已送达"),
    /** Tried as often as it is tried; later events of the same matter wait behind it. */
    DEAD("已停发"),
    /** Somebody decided to go on without it. */
    PUT_ASIDE("已搁置");

    private final String term;

    DeliveryState(String term) {
        this.term = term;
    }

    /** As pages call it. */
    public String term() {
        return term;
    }
}
