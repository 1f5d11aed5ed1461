package city.onewindow.connection;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.TextFaults;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be told of a message without looking at its matter; all of it at once. */
final class MessageCheck {

    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_STAFF = 200;
    private static final int MOST_FILES = 20;

    private final List<Fault> faults = new ArrayList<>();
    private final Message message;

    private MessageCheck(Message message) {
        this.message = message;
    }

    /** @throws Problem.InvalidInput with everything that is wrong */
    static void check(Message message) {
        List<Fault> faults = new MessageCheck(message).faults();
        Problem.InvalidInput.refuse(faults);
    }

    private List<Fault> faults() {
        demand("/number", "办件编号", message.number(), LONGEST_NAME);
        demand("/item", "事项代码", message.item(), LONGEST_NAME);
        if (message.at() == null) {
            faults.add(new Fault("/at", "请填写在部门系统发生的时间，带时区，如 2026-11-24T15:00:00+08:00。"));
        }
        MessageKind kind = message.kind();
        if (kind == null) {
            faults.add(new Fault("/kind", "请填写消息种类：ACCEPTED、STEP、SUSPENDED、RESUMED 或 RESULT。"));
            return faults;
        }
        switch (kind) {
            case ACCEPTED -> limit("/step", "环节", message.step(), LONGEST_NAME);
            case STEP -> step();
            case SUSPENDED -> suspended();
            case RESUMED -> demand("/result", "特别程序的结果", message.result(), LONGEST);
            case RESULT -> result();
        }
        return faults;
    }

    private void step() {
        demand("/step", "环节名称", message.step(), LONGEST_NAME);
        if (message.recommendation() != null) {
            demand("/opinion", "审查意见", message.opinion(), LONGEST);
        } else if (isThere(message.opinion())) {
            faults.add(new Fault("/recommendation", "有审查意见时，请填写审查结论：GRANT（建议准予）或 DENY（建议不予）。"));
        }
    }

    private void suspended() {
        if (message.special() == null) {
            faults.add(new Fault("/special", "请填写是哪一种特别程序，如 TESTING（检测）、HEARING（听证）。"));
        }
        demand("/reason", "启动特别程序的理由", message.reason(), LONGEST);
        demand("/body", "承担机构（由谁进行）", message.body(), LONGEST_NAME);
        limit("/staff", "指派的工作人员", message.staff(), LONGEST_STAFF);
        if (message.expectedEnd() == null) {
            faults.add(new Fault("/expectedEnd", "请填写预计结束的日期；所需时间要书面告知申请人（行政许可法第四十五条）。"));
        }
    }

    private void result() {
        if (message.outcome() == null) {
            faults.add(new Fault("/outcome", "请填写办理结果：GRANT（准予）或 DENY（不予）。"));
            return;
        }
        demand("/opinion", "审查意见", message.opinion(), LONGEST);
        limit("/certificateNumber", "证照编号", message.certificateNumber(), LONGEST_NAME);
        switch (message.outcome()) {
            case GRANT -> {}
            case DENY -> {
                demand("/reason", "不予的理由", message.reason(), LONGEST);
                demand("/ground", "法律依据（法律名称和条款）", message.ground(), LONGEST);
            }
        }
        files();
    }

    private void files() {
        List<Message.ResultFile> files = message.files() == null ? List.of() : message.files();
        if (files.size() > MOST_FILES) {
            faults.add(new Fault("/files", "一次最多 " + MOST_FILES + " 个文件，现为 " + files.size() + " 个，请合并。"));
        }
        for (int i = 0; i < files.size(); i++) {
            demand("/files/" + i + "/name", "文件名", files.get(i).name(), LONGEST);
            if (!isBase64(files.get(i).content())) {
                faults.add(new Fault("/files/" + i + "/content", "文件内容应为不空的 base64。"));
            }
        }
    }

    private static boolean isBase64(@Nullable String content) {
        try {
            return content != null && Base64.getDecoder().decode(content).length > 0;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    private void demand(String pointer, String what, @Nullable String text, int longest) {
        TextFaults.demand(faults, pointer, what, text, longest);
    }

    private void limit(String pointer, String what, @Nullable String text, int longest) {
        TextFaults.limit(faults, pointer, what, text, longest);
    }

    private static boolean isThere(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
