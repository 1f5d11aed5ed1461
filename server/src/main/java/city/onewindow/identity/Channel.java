package city.onewindow.identity;

/** The way in. */
enum Channel {
    PAGE,
    API
}
