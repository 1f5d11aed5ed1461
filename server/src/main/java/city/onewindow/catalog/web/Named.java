package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;

/** A code and the name people know it by. */
record Named(String code, String name) {

    static Named department(String code, Catalog catalog) {
        return new Named(code, catalog.content().departmentName(code));
    }

    static Named window(String code, Catalog catalog) {
        return new Named(code, catalog.content().windowName(code));
    }
}
