package city.onewindow.material;

import city.onewindow.kernel.Problem;

/** What a file must be to be taken in. */
final class UploadRules {

    static final int LARGEST_MEGABYTES = 20;

    private static final int LARGEST = LARGEST_MEGABYTES * 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final String POINTER = "/file";

    private UploadRules() {}

    /** @throws Problem.InvalidInput if the file is not taken in, with the reason */
    static FileType check(Upload upload) {
        int size = upload.content().length;
        if (size == 0) {
            throw refused("文件是空的，里面没有内容。请重新选择文件。");
        }
        if (size > LARGEST) {
            throw refused("文件有 " + (size / 1024 / 1024 + 1) + " MB，超过了 " + LARGEST_MEGABYTES + " MB。请压缩或分成几个文件后再上传。");
        }
        FileType type = FileType.of(upload.content())
                .orElseThrow(() ->
                        refused("这个文件不是 PDF、JPEG、PNG 或 OFD，或者已经损坏。请另存为其中一种格式（" + FileType.allEndings() + "）后再上传。"));
        if (!type.fits(name(upload))) {
            throw refused("文件名的后缀与内容不符：内容是" + type.label() + "。请确认文件没有改过后缀，改正后再上传。");
        }
        return type;
    }

    /** The name without path and without characters that no screen shows; the end of one that is too long. */
    static String name(Upload upload) {
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
