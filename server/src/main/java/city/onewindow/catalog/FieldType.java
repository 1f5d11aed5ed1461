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
    TABLE
}
