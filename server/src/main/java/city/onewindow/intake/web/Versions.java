package city.onewindow.intake.web;

import city.onewindow.intake.Dossier;
import city.onewindow.kernel.Problem;

/** Two people at one application: a page says from which version it was made, and an act on an older one is refused. */
final class Versions {

    static final String CHANGED = "这份申请刚刚在别处改过。";

    private Versions() {}

    /** @throws Problem.Conflict if the application was changed since */
    static void mustMatch(Dossier dossier, long version) {
        if (dossier.application().version() != version) {
            throw new Problem.Conflict(CHANGED + "本页不是最新内容，刚才的操作没有保存。请刷新页面（F5），看过最新内容后再办。");
        }
    }
}
