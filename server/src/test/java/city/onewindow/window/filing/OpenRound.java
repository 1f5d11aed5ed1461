package city.onewindow.window.filing;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The round that tests file in: there is only one at a time, in a house that all of them share. */
public final class OpenRound {

    public static final Actor CENTRE = new Actor("manager", "中心管理岗", Set.of(Role.MANAGER), "zwfw", null);

    private OpenRound() {}

    public static Round of(Rounds rounds) {
        return rounds.current().orElseGet(() -> rounds.open("测试批次", LocalDate.of(2026, 11, 30), null, CENTRE));
    }

    /** A table that says nothing, handed in. */
    public static long emptyFiling(FilingUploads uploads) {
        AnnexSheet empty = new AnnexSheet("空", "空", List.of(), List.of("空"), List.of(), "");
        return uploads.upload(
                Annex.WINDOW, "qykb", "empty.xlsx", Workshop.spooled(AnnexBook.write(List.of(empty))), CENTRE);
    }
}
