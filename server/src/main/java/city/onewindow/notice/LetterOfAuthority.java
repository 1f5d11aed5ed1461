package city.onewindow.notice;

import java.util.List;

/**
 * 授权委托书: who acts for an applicant, and in what. What isn't known is left to the pen; what the agent may do, and until when, is ticked
 * and written by whoever signs.
 *
 * @param number of the application or case; {@link #BLANK} before there is one
 */
public record LetterOfAuthority(String errand, List<String> items, String number, Party principal, Party agent) {

    /** Room for the pen. */
    public static final String BLANK = "＿＿＿＿＿＿＿＿＿＿＿＿";

    public LetterOfAuthority {
        items = List.copyOf(items);
    }

    /** One of the two, by the name and number of the document that shows it. */
    public record Party(String name, String idNumber) {

        public static final Party BLANK = new Party(LetterOfAuthority.BLANK, LetterOfAuthority.BLANK);
    }

    /** For whoever has not applied yet, or whose name isn't to be shown. */
    public static LetterOfAuthority blank(String errand, List<String> items, String number) {
        return new LetterOfAuthority(errand, items, number, Party.BLANK, Party.BLANK);
    }

    /** @return at the places of {@link WordedDocument#LETTER_OF_AUTHORITY} */
    PlaceValues values() {
        return new PlaceValues()
                .with(Place.ERRAND, errand)
                .with(Place.AUTHORISED_ITEMS, new Section.Numbered(items))
                .with(Place.APPLICATION_NUMBER, number)
                .with(Place.APPLICANT, principal.name())
                .with(Place.ID_NUMBER, principal.idNumber())
                .with(Place.AGENT, agent.name())
                .with(Place.AGENT_ID_NUMBER, agent.idNumber());
    }
}
