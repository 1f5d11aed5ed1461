package city.onewindow.frame;

import city.onewindow.kernel.Centre;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Finds templates by name, such as {@code catalog/guide}, and gives each of them its {@link Page}. */
final class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine;
    private final Bundles bundles;
    private final List<NavEntry> entries;
    private final ResourceUrlProvider assets;
    private final Centre centre;

    JteViews(
            TemplateEngine engine, Bundles bundles, List<NavEntry> entries, ResourceUrlProvider assets, Centre centre) {
        this.engine = engine;
        this.bundles = bundles;
        this.entries = List.copyOf(entries);
        this.assets = assets;
        this.centre = centre;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:") || name.startsWith("forward:")) {
            return null;
        }
        String template = name + ".jte";
        if (!engine.hasTemplate(template)) {
            throw new IllegalArgumentException(
                    "No template " + template + "\nMaybe it is misspelt, or not yet compiled");
        }
        return new JteView(template);
    }

    /** Before the framework's own, which take any name for a path to forward to. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            JteViews.this.render(template, model, request, response);
        }
    }

    private void render(
            String template, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Map<String, Object> params = new HashMap<>();
        if (model != null) {
            model.forEach(params::put);
        }
        Messages messages = bundles.in(RequestContextUtils.getLocale(request));
        params.put("page", new Page(request, messages, entries, assets, centre, (Notice) params.get("notice")));
        // Rendered whole before the first byte leaves: an error halfway is still an error page.
        StringOutput output = new StringOutput(16_384);
        engine.render(template, params, output);
        byte[] body = output.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
