package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the names in a guide's conditions stand for, in the reader's language. */
record GuideNames(Words words, Catalog catalog, List<Question> questions) implements ConditionWords.Names {

    private Optional<Question> question(String name) {
        return questions.stream().filter(it -> it.code().equals(name)).findFirst();
    }

    @Override
    public String asked(String name) {
        return question(name)
                .map(words::text)
                .or(() -> catalog.element(name).map(words::name))
                .orElse(name);
    }

    @Override
    public List<String> chosen(String name, Set<String> codes) {
        List<Option> options = question(name)
                .map(Question::answers)
                .or(() -> catalog.element(name).map(DataElement::options))
                .orElse(List.of());
        return options.stream()
                .filter(option -> codes.contains(option.code()))
                .map(words::text)
                .toList();
    }

    /** Only data elements are numbers or dates. */
    @Override
    public String unit(String name) {
        return catalog.element(name).map(it -> it.constraint().unit()).orElse("");
    }
}
