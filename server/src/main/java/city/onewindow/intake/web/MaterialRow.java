package city.onewindow.intake.web;

import city.onewindow.frame.Choice;
import city.onewindow.frame.Link;
import city.onewindow.frame.Tone;
import city.onewindow.kernel.Fault;
import java.util.List;

/**
 * A material as the window deals with it.
 *
 * @param demand 必要, 可容缺, 非必要
 * @param form in what form and how many
 * @param origin who has it
 * @param points what the window checks, sentence by sentence
 * @param ways in which it may be dealt with
 * @param way the way chosen, or the usual one
 * @param files those taken in; the text of each is what it is called, the address where it is read
 * @param state how it stands, in a word
 * @param done whether nothing is left to do about it
 * @param errors what was wrong with what was just tried
 */
public record MaterialRow(
        String key,
        String name,
        String demand,
        String form,
        String origin,
        String reason,
        String later,
        List<Point> points,
        List<Choice> ways,
        String way,
        List<TakenFile> files,
        String remark,
        Tone tone,
        String state,
        boolean done,
        List<String> errors) {

    /** Endings that a file chooser offers. */
    public static final String ACCEPTED_FILES = Uploads.accept();

    /** @param number from 0, as it is kept */
    public record Point(int number, String text, boolean met) {}

    /** @param read where it can be read */
    public record TakenFile(String id, Link read) {}

    /** Id of the row on the page. */
    public String id() {
        return "m-" + key;
    }

    /** What is wrong or missing of a form or a material leads to its place: on this page or on the form. */
    static String placeOf(String pointer, String number) {
        String[] steps = pointer.split("/", -1);
        if (steps[1].equals("answers")) {
            return DossierBar.Place.FORM.of(number) + (steps.length > 2 ? "#f-" + steps[2] : "");
        }
        if (steps.length > 2 && steps[1].equals("form")) {
            return DossierBar.Place.FORM.of(number) + "#" + TypedForm.NOTHING.inputOf(new Fault(pointer, ""));
        }
        return steps.length > 2 && steps[1].equals("materials") ? "#m-" + steps[2] : "#f-" + steps[1];
    }
}
