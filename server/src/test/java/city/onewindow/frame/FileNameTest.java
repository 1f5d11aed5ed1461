package city.onewindow.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;

@DisplayName("下载文件的名字")
class FileNameTest {

    @Test
    @DisplayName("电脑上不许有的字换成短横，中文、空格照旧；能看的直接看，别的存成文件")
    void whatNoFileMayBeCalled() {
        ContentDisposition kept = ContentDisposition.parse(FileName.kept("甲/乙\\丙:丁*戊?己\"庚<辛>壬|癸 表.docx"));
        assertThat(kept.getFilename()).isEqualTo("甲-乙-丙-丁-戊-己-庚-辛-壬-癸 表.docx");
        assertThat(kept.isAttachment()).isTrue();
        assertThat(ContentDisposition.parse(FileName.shown("指南.pdf")).isInline())
                .isTrue();
    }
}
