package city.onewindow.catalog;

import java.util.List;

/** A window as published (窗口): what it takes in and which department leads it. Its counters live in room window. */
public record Window(
        String code,
        String name,
        String nameEn,
        Kind kind,
        String leadDepartment,
        List<String> cooperatingDepartments,
        String scope,
        int order) {

    public enum Kind {
        COMPREHENSIVE,
        SPECIALIST,
        GENERAL,
        PARTY,
        ISSUING,
        CONSULTATION
    }

    public Window {
        cooperatingDepartments = List.copyOf(cooperatingDepartments);
    }
}
