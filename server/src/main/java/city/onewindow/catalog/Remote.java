package city.onewindow.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * 全程网办: whether an errand can be applied for without coming. Pure.
 *
 * @param presence why somebody has to come; empty if nobody has
 * @param direct whether every item is done online as its department says, so that no look beforehand is needed
 */
public record Remote(List<Presence> presence, boolean direct) {

    public Remote {
        presence = List.copyOf(presence);
    }

    /** What an applicant can do from home. */
    public enum Offer {
        /** Apply, at once. */
        APPLY,
        /** Apply, once the window has looked at it and passed it. */
        LOOK_THEN_APPLY,
        /** Have the window look at it (网上预审), and come. */
        LOOK
    }

    /**
     * Why somebody has to come.
     *
     * @param item its name
     * @param reason what its department says of it; empty if nothing
     */
    public record Presence(Kind kind, String item, String reason) {

        /** What it is that can't be done from home. */
        public enum Kind {
            VISIT,
            WINDOW_ONLY,
            DECLARATION
        }

        /** In Chinese. */
        public String words() {
            String told = reason.isEmpty() ? "" : "（" + reason + "）";
            return "「" + item + "」"
                    + switch (kind) {
                        case VISIT -> "要到现场办" + told;
                        case WINDOW_ONLY -> "只在窗口办理";
                        case DECLARATION -> "选了告知承诺，承诺书要到窗口签";
                    };
        }
    }

    public static Remote of(Errand errand) {
        List<Item> items = errand.items().stream().map(CaseItem::item).toList();
        List<Presence> presence = new ArrayList<>();
        for (Item item : items) {
            Particulars says = item.particulars();
            if (says.visits() != null && says.visits() > 0) {
                presence.add(new Presence(Presence.Kind.VISIT, item.name(), says.visitReason()));
            } else if (!says.channels().isEmpty() && !says.takesOnline()) {
                presence.add(new Presence(Presence.Kind.WINDOW_ONLY, item.name(), ""));
            }
        }
        // Whoever signs one is identified first; online nobody is.
        Declaration.chosenIn(errand)
                .forEach(item -> presence.add(new Presence(Presence.Kind.DECLARATION, item.name(), "")));
        return new Remote(
                presence, items.stream().allMatch(item -> item.particulars().endsOnline()));
    }

    public Offer offer() {
        if (!presence.isEmpty()) {
            return Offer.LOOK;
        }
        return direct ? Offer.APPLY : Offer.LOOK_THEN_APPLY;
    }

    /** Why somebody has to come, in Chinese, a sentence each. */
    public List<String> words() {
        return presence.stream().map(Presence::words).toList();
    }
}
