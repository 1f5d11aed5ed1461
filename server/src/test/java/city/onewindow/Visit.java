package city.onewindow;

/**
 * One example of a page, looked at by {@link EveryPageIsAccessibleTest}.
 *
 * @param route the page's own; empty for a wrong address
 * @param account who looks; empty for anybody
 * @param status what it answers with
 */
record Visit(String route, String account, String path, int status) {

    static Visit of(String account, String path) {
        return of(path, account, path);
    }

    static Visit of(String route, String account, String path) {
        return new Visit(route, account, path, 200);
    }
}
