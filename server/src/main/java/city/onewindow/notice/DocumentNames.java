package city.onewindow.notice;

import city.onewindow.audit.CodeNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What documents are called, by kind and by wording, for who reads the audit log. */
@Component
class DocumentNames implements CodeNames {

    @Override
    public Map<String, String> names(Set<String> codes) {
        Map<String, String> titles = new HashMap<>(CodeNames.of(DocumentKind.class, DocumentKind::title, codes));
        titles.putAll(CodeNames.of(WordedDocument.class, WordedDocument::title, codes));
        return titles;
    }
}
