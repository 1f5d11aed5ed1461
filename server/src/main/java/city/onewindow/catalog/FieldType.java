package city.onewindow.catalog;

/** What kind of value a data element holds; the wire form is always text (a table: a JSON array of objects of text). */
public enum FieldType {
    TEXT,
    NUMBER,
    MONEY,
    DATE,
    BOOLEAN,
    CHOICE,
    MULTICHOICE,
    PERSON_ID,
    USCC,
    PHONE,
    EMAIL,
    POSTCODE,
    ADDRESS,
    REGION,
    FILE_REF,
    TABLE;

    /** Whether something may hang on its value: on one of several, or on where it lies between bounds. */
    public boolean mayDecide() {
        return switch (this) {
            case CHOICE, BOOLEAN, NUMBER, MONEY, DATE -> true;
            case TEXT, MULTICHOICE, PERSON_ID, USCC, PHONE, EMAIL, POSTCODE, ADDRESS, REGION, FILE_REF, TABLE -> false;
        };
    }
}
