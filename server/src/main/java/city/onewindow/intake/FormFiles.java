package city.onewindow.intake;

import city.onewindow.catalog.CheckWords;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.kernel.Fault;
import city.onewindow.material.Files;
import city.onewindow.material.StoredFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The values that are files: whoever reads the form opens them, so each must be one that came in for this application. */
@Component
class FormFiles {

    private final Files files;

    FormFiles(Files files) {
        this.files = files;
    }

    List<Fault> faults(Dossier dossier, FormValues patch) {
        String number = dossier.application().number();
        return dossier.merge().fields().stream()
                .map(MergedField::element)
                .filter(element -> element.type() == FieldType.FILE_REF && patch.has(element.code()))
                .flatMap(element -> fault(element, patch.text(element.code()), number))
                .toList();
    }

    private Stream<Fault> fault(DataElement element, String id, String number) {
        FileDemand demand = new FileDemand(element.constraint());
        Optional<StoredFile> file = Optional.ofNullable(
                        files.describe(List.of(id)).get(id))
                .filter(found -> found.subject().equals(number));
        if (file.isEmpty()) {
            return Stream.of(fault(element, "的值不是为这件申请上传的文件。请先上传文件，再填它的编号。"));
        }
        return demand.isMetBy(file.get(), () -> files.picture(file.get()))
                ? Stream.empty()
                : Stream.of(
                        fault(element, "的文件不合要求，应为：" + CheckWords.CHINESE.file(element.constraint()) + "。请换一个文件上传。"));
    }

    private static Fault fault(DataElement element, String what) {
        return new Fault("/form/" + element.code(), "「" + element.name() + "」" + what);
    }
}
