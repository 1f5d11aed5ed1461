package city.onewindow.approval.web;

import city.onewindow.approval.PickUp;
import city.onewindow.approval.PickUps;
import city.onewindow.approval.Timeline;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.LetterOfAuthority;
import city.onewindow.notice.LettersOfAuthority;
import city.onewindow.notice.PrintAnswer;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What whoever tracks a case may print. A letter has room for the applicant's name: tracking shows it masked. */
@Component
class TrackedPapers {

    private final PickUps pickUps;
    private final LettersOfAuthority letters;

    TrackedPapers(PickUps pickUps, LettersOfAuthority letters) {
        this.pickUps = pickUps;
        this.letters = letters;
    }

    /** @throws Problem.Conflict if nothing lies ready */
    ResponseEntity<byte[]> pickUpNotice(Tracker.Tracked tracked) {
        PickUp pickUp = tracked.pickUp();
        if (pickUp == null) {
            throw new Problem.Conflict("现在没有可以领取的结果，可能刚刚领走了。请重新查进度。");
        }
        return named(DocumentKind.PICK_UP_NOTICE, pickUp.number(), pickUps.notice(pickUp));
    }

    /** @throws Problem.Conflict before it is a case */
    ResponseEntity<byte[]> letterOfAuthority(Tracker.Tracked tracked) {
        Timeline timeline = tracked.timeline();
        if (timeline == null) {
            throw new Problem.Conflict("还没有受理，请从办事指南打印授权委托书。");
        }
        String number = timeline.file().number();
        List<String> items =
                timeline.parts().stream().map(Timeline.Part::itemName).toList();
        LetterOfAuthority letter = LetterOfAuthority.blank(timeline.file().title(), items, number);
        return named(DocumentKind.LETTER_OF_AUTHORITY, number, letters.print(letter, "/track"));
    }

    private static ResponseEntity<byte[]> named(DocumentKind kind, String number, byte[] pdf) {
        return PrintAnswer.of(kind.title() + "-" + number, Format.PDF, pdf);
    }
}
