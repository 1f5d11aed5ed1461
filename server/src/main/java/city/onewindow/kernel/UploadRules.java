package city.onewindow.kernel;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file must be to be taken in.
 *
 * @param megabytes how large it may be
 */
public record UploadRules(int megabytes, Set<FileType> types) {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final String POINTER = "/file";

    /** In bytes. */
    public int largest() {
        return megabytes * MEGABYTE;
    }

    /** @throws Problem.InvalidInput if the file is not taken in, with the reason */
    public FileType check(Upload upload) {
        int size = upload.content().length;
        if (size == 0) {
            throw refused("文件是空的，里面没有内容。请重新选择文件。");
        }
        if (size > largest()) {
            throw refused("文件有 " + (size / MEGABYTE + 1) + " MB，超过了 " + megabytes + " MB。请压缩或分成几个文件后再上传。");
        }
        FileType type = FileType.of(upload.content())
                .filter(types::contains)
                .orElseThrow(() -> refused("这个文件不是 " + names() + "，或者已经损坏。请另存为其中一种格式（" + endings() + "）后再上传。"));
        if (!type.fits(name(upload))) {
            throw refused("文件名的后缀与内容不符：内容是" + type.label() + "。请确认文件没有改过后缀，改正后再上传。");
        }
        if (FileParts.runAnything(upload.content())) {
            throw refused("文件里有宏或者控件，打开时会运行程序，不能上传。请另存为不带宏的文件后再上传。");
        }
        return type;
    }

    /** For a message or a file chooser: .pdf、.jpg、.jpeg、.png、.ofd. */
    public String endings() {
        return FileType.endings(types.stream().sorted().toList());
    }

    private String names() {
        return types.stream().sorted().map(FileType::name).collect(Collectors.joining("、"));
    }

    /** The name without path and without characters that no screen shows; the end of one that is too long. */
    public static String name(Upload upload) {
        String path = upload.name().replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        int points = name.codePointCount(0, name.length());
        return points <= LONGEST_NAME ? name : name.substring(name.offsetByCodePoints(0, points - LONGEST_NAME));
    }

    private static Problem.InvalidInput refused(String reason) {
        return new Problem.InvalidInput(POINTER, reason);
    }
}
