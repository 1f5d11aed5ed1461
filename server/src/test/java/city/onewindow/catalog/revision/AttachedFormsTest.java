package city.onewindow.catalog.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.catalog.FormPaper;
import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.OwnForms;
import city.onewindow.kernel.OfficeFiles;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("修改里附上部门自己的表格")
class AttachedFormsTest extends RevisionsHouseTest {

    private static final String MATERIALS = "materials.csv";
    private static final String BLANK = "blank_form";

    private OwnForm kept(long id, String content) {
        return house.bean(AttachedForms.class)
                .keep(id, FormPaper.BLANK, new Upload("委托书.docx", OfficeFiles.docx(content)), liaison());
    }

    private Revision attached(Revision revision, OwnForm form) {
        return revisions.save(
                revision.id(), with(revision, MATERIALS, 0, BLANK, form.written()), revision.saves(), liaison());
    }

    private Revision copied() {
        return revisions.beginNew(
                Revision.Kind.ITEM,
                "复制的事项",
                NewItem.rows(
                        "复制的事项", ITEM, item().department(), catalogs.current().content()),
                liaison());
    }

    private Revision begun() {
        return revisions.begin(Revision.Kind.ITEM, ITEM, liaison());
    }

    private Revision published(Revision revision) {
        revisions.submit(revision.id(), null, liaison());
        revisions.approve(revision.id(), null, lead());
        return revisions.publish(revision.id(), null, CENTRE);
    }

    private Map<FormPaper, OwnForm> forms() {
        return item().materials().get(0).forms();
    }

    @Test
    @DisplayName("附上的文件随修改发布才公开；换一个同名的文件，差别里看得出来；旧版本的还在")
    void fromDraftToEdition() {
        Revision begun = begun();
        OwnForm first = kept(begun.id(), "第一版");
        Revision drafted = attached(begun, first);
        assertThat(drafted.changes())
                .containsExactly(new Change(MATERIALS, item().materials().get(0).name(), BLANK, "", first.written()));
        assertThat(forms()).isEmpty();
        Revision published = published(drafted);
        assertThat(forms()).containsEntry(FormPaper.BLANK, first);

        Revision next = begun();
        OwnForm second = kept(next.id(), "第二版");
        Revision changed = attached(next, second);
        Change change = changed.changes().get(0);
        assertThat(OwnForm.told(change.before())).startsWith("委托书.docx（1 KB，摘要 ");
        assertThat(OwnForm.told(change.after())).isNotEqualTo(OwnForm.told(change.before()));
        published(changed);
        assertThat(forms()).containsEntry(FormPaper.BLANK, second);
        int edition = Objects.requireNonNull(published.edition());
        OwnForm then = catalogs.at(edition)
                .itemNamed(ITEM)
                .orElseThrow()
                .materials()
                .get(0)
                .forms()
                .get(FormPaper.BLANK);
        assertThat(then).isEqualTo(first);
        assertThat(house.bean(OwnForms.class).content(first)).isEqualTo(OfficeFiles.docx("第一版"));
    }

    @Test
    @DisplayName("退回的还带着文件；提交以后、不是自己的，都附不上；有关的人打得开，别人打不开")
    void rights() {
        Revision begun = begun();
        AttachedForms attached = house.bean(AttachedForms.class);
        Upload upload = new Upload("a.docx", OfficeFiles.docx("a"));
        assertThatThrownBy(() -> attached.keep(begun.id(), FormPaper.BLANK, upload, CENTRE))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> attached.keep(begun.id(), FormPaper.BLANK, upload, liaison("swj")))
                .isInstanceOf(Problem.NotFound.class);
        OwnForm form = kept(begun.id(), "退回");
        Revision drafted = attached(begun, form);
        revisions.submit(drafted.id(), null, liaison());
        assertThatThrownBy(() -> kept(begun.id(), "太晚")).isInstanceOf(Problem.Conflict.class);
        Revision returned = revisions.giveBack(drafted.id(), "写明份数", lead());
        assertThat(returned.rows().of(MATERIALS).get(0)).containsEntry(BLANK, form.written());
        assertThat(attached.named(begun.id(), form.digest(), lead())).isEqualTo(form);
        assertThat(attached.named(begun.id(), form.digest(), CENTRE)).isEqualTo(form);
        assertThatThrownBy(() -> attached.named(begun.id(), form.digest(), liaison("swj")))
                .isInstanceOf(Problem.NotFound.class);
        OwnForm unnamed = kept(begun.id(), "没有写进去");
        assertThatThrownBy(() -> attached.named(begun.id(), unnamed.digest(), lead()))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @DisplayName("两个人同时附：先保存的算，后保存的知道是谁改了什么")
    void twoEditors() {
        Revision begun = begun();
        OwnForm one = kept(begun.id(), "甲");
        OwnForm other = kept(begun.id(), "乙");
        attached(begun, one);
        assertThatThrownBy(() -> attached(begun, other))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("空白表格");
        assertThat(revisions.get(begun.id(), liaison()).rows().of(MATERIALS).get(0))
                .containsEntry(BLANK, one.written());
    }

    @Test
    @DisplayName("复制事项带着文件；去掉就没有了；写一个没有存过的文件提交不了")
    void copiedAndRemoved() {
        Revision begun = begun();
        OwnForm form = kept(begun.id(), "复制");
        published(attached(begun, form));
        Revision copy = copied();
        assertThat(copy.rows().of(MATERIALS).get(0)).containsEntry(BLANK, form.written());
        Revision next = begun();
        OwnForm unknown = new OwnForm("a.docx", 1, "0".repeat(64));
        Revision wrong = attached(next, unknown);
        assertThatThrownBy(() -> revisions.submit(wrong.id(), null, liaison()))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("请重新上传这个文件");
        published(revisions.save(wrong.id(), with(wrong, MATERIALS, 0, BLANK, ""), wrong.saves(), liaison()));
        assertThat(forms()).isEmpty();
    }

    @Test
    @DisplayName("撤回没有发布过的修改，附过的文件一并删去，换下来的也是；要打开的知道为什么没有了")
    void goesWithTheDraft() {
        Revision begun = begun();
        OwnForm first = kept(begun.id(), "先附的");
        OwnForm second = kept(begun.id(), "换成的");
        Revision drafted = attached(attached(begun, first), second);
        revisions.withdraw(drafted.id(), liaison());
        for (OwnForm gone : List.of(first, second)) {
            assertThatThrownBy(() -> content(gone))
                    .isInstanceOf(Problem.NotFound.class)
                    .hasMessageContaining("附它的修改撤回时已经删去");
        }
        assertThat(house.jdbc()
                        .sql("select object from audit.entry where act = 'form.forget'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(first.digest(), second.digest());
        assertThat(revisions.view(drafted.id(), liaison()).revision().status()).isEqualTo(RevisionStatus.WITHDRAWN);
    }

    @Test
    @DisplayName("发布过的版本、别的修改还用着的文件，撤回一份修改不会删")
    void staysWhereItIsUsed() {
        Revision begun = begun();
        OwnForm published = kept(begun.id(), "发布过的");
        published(attached(begun, published));
        Revision copy = copied();
        OwnForm shared = kept(copy.id(), "两份都附");
        Revision other = attached(copy, shared);
        Revision next = attached(begun(), shared);
        revisions.withdraw(next.id(), liaison());
        assertThat(content(published)).isEqualTo(OfficeFiles.docx("发布过的"));
        assertThat(content(shared)).isEqualTo(OfficeFiles.docx("两份都附"));
        revisions.withdraw(other.id(), liaison());
        assertThat(content(published)).isEqualTo(OfficeFiles.docx("发布过的"));
        assertThatThrownBy(() -> content(shared)).isInstanceOf(Problem.NotFound.class);
    }

    private byte[] content(OwnForm form) {
        return house.bean(OwnForms.class).content(form);
    }
}
