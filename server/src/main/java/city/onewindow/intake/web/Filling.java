package city.onewindow.intake.web;

import city.onewindow.catalog.FormValues;
import city.onewindow.frame.SentFile;
import city.onewindow.identity.Actor;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.multipart.MultipartFile;

/** Who fills a merged form in: what is typed goes through this one's door. */
sealed interface Filling {

    Dossier fill(String number, FormValues values, Set<String> cleared);

    Dossier answer(String number, Map<String, String> answers);

    /**
     * Takes in a file that is to be the value of a field.
     *
     * @return its id
     * @throws Problem.InvalidInput if it is not taken in
     */
    UUID take(String number, MultipartFile file);

    /** A clerk at the window. */
    record ByClerk(Intake intake, Uploads uploads, Actor actor) implements Filling {

        @Override
        public Dossier fill(String number, FormValues values, Set<String> cleared) {
            return intake.fill(number, values, cleared, actor);
        }

        @Override
        public Dossier answer(String number, Map<String, String> answers) {
            return intake.answer(number, answers, actor);
        }

        @Override
        public UUID take(String number, MultipartFile file) {
            return uploads.take(new SentFile(file), number, actor);
        }
    }

    /** The applicant, online; which application it is, the key says. */
    record ByApplicant(OnlineApplications online, OpenedApplication opened, String address) implements Filling {

        @Override
        public Dossier fill(String number, FormValues values, Set<String> cleared) {
            return online.fill(opened, values, cleared);
        }

        @Override
        public Dossier answer(String number, Map<String, String> answers) {
            return online.answer(opened, answers);
        }

        @Override
        public UUID take(String number, MultipartFile file) {
            return online.take(opened, new SentFile(file).upload(), address);
        }
    }
}
