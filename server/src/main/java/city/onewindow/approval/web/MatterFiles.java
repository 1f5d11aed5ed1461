package city.onewindow.approval.web;

import city.onewindow.approval.Cases;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.material.FileAnswer;
import city.onewindow.material.Files;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The files of a matter's excerpt, for the page and the API alike; that one was opened is written down. */
@Component
class MatterFiles {

    private final Cases cases;
    private final Files files;

    MatterFiles(Cases cases, Files files) {
        this.cases = cases;
        this.files = files;
    }

    /** @throws Problem.NotFound if the matter is not the reader's to decide, or has no such file */
    ResponseEntity<InputStreamResource> open(String number, String item, String id, Actor actor) {
        Excerpt excerpt = Excerpt.of(cases.dossier(number, item, actor), item);
        if (!excerpt.files().contains(id)) {
            throw new Problem.NotFound("没有找到这个文件，或者它不是这个事项的材料。请回到事项页面重新打开。");
        }
        return FileAnswer.of(files.open(id, number, actor.account()));
    }
}
