package city.onewindow.notice;

import city.onewindow.audit.CodeNames;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What documents are called, by kind and by wording, for who reads the audit log. */
@Component
class DocumentNames implements CodeNames {

    @Override
    public Map<String, String> names(Set<String> codes) {
        Map<String, String> titles = new HashMap<>();
        Arrays.stream(DocumentKind.values()).forEach(kind -> titles.put(kind.name(), kind.title()));
        Arrays.stream(WordedDocument.values()).forEach(worded -> titles.put(worded.name(), worded.title()));
        titles.keySet().retainAll(codes);
        return titles;
    }
}
