package city.onewindow.catalog;

/** What pages in English call something that the content names in Chinese. */
public record Translation(String chinese, String english) {}
