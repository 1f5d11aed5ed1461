package city.onewindow.catalog;

import java.util.List;

/**
 * 阶段: one of the one-things that a project goes through one after another, often years apart (河南省优化营商环境条例
 * 第三十一条).
 *
 * @param oneThing name
 * @param projectKind what goes through it, such as 工程建设项目
 * @param seq its place among the stages of that kind
 * @param grantedFirst names of those of its items that must be granted before a later stage is accepted; empty: all that
 *     are always in it (必办)
 */
public record Stage(String oneThing, String projectKind, int seq, List<String> grantedFirst) {

    /** Code of the data element by which the form of every stage names the project. */
    public static final String PROJECT_CODE = "project_code";

    public Stage {
        grantedFirst = List.copyOf(grantedFirst);
    }
}
