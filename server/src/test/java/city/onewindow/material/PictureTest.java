package city.onewindow.material;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BlankImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static final int WIDTH_IN_PNG = 16;
    private static final int HEIGHT_IN_PNG = 20;

    @Test
    @DisplayName("只读图片的头就知道尺寸，不展开内容")
    void theHeadTellsTheSize() {
        byte[] bomb = BlankImage.png(1, 1);
        ByteBuffer.wrap(bomb).putInt(WIDTH_IN_PNG, 60_000).putInt(HEIGHT_IN_PNG, 60_000);
        assertThat(Picture.of(new ByteArrayInputStream(bomb))).contains(new Picture(60_000, 60_000));
    }

    @Test
    @DisplayName("不是图片的没有尺寸")
    void noPicture() {
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        assertThat(Picture.of(new ByteArrayInputStream(pdf))).isEmpty();
    }
}
