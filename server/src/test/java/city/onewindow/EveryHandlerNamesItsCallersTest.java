package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.OpenPaths;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("每个入口都写明谁能用")
class EveryHandlerNamesItsCallersTest extends HouseTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    @DisplayName("没有一个入口漏写，也没有一个漏列或多列为公开")
    void walk() {
        Map<String, String> wrong = new TreeMap<>();
        int walked = 0;
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                handlers.getHandlerMethods().entrySet()) {
            HandlerMethod handler = entry.getValue();
            if (!handler.getBeanType().getName().startsWith("city.onewindow.")) {
                continue;
            }
            walked++;
            String callers = callers(handler);
            for (String path : entry.getKey().getPatternValues()) {
                boolean open = OpenPaths.isOpen(path);
                if (callers == null) {
                    wrong.put(path, handler + " says nothing of who may call it: give it @PreAuthorize");
                } else if (open && !callers.equals("permitAll()")) {
                    wrong.put(path, handler + " is for " + callers + ", but PublicPaths opens it to everybody");
                } else if (!open && callers.equals("permitAll()")) {
                    wrong.put(path, handler + " is for everybody, but PublicPaths doesn't name it");
                }
            }
        }
        assertThat(walked).isGreaterThan(10);
        assertThat(wrong).isEmpty();
    }

    private static @Nullable String callers(HandlerMethod handler) {
        PreAuthorize rule = handler.getMethodAnnotation(PreAuthorize.class);
        if (rule == null) {
            rule = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
        }
        return rule == null ? null : rule.value();
    }

    @Test
    @DisplayName("公开的路径认得出来，其余的都不公开")
    void openPaths() {
        for (String path : Set.of("/", "/things/1", "/sign-in", "/api/track")) {
            assertThat(OpenPaths.isOpen(path)).as(path).isTrue();
        }
        for (String path : Set.of("/accounts", "/api/accounts", "/thingsandmore", "/api/me")) {
            assertThat(OpenPaths.isOpen(path)).as(path).isFalse();
        }
    }
}
