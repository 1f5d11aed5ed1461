package city.onewindow.frame;

import city.onewindow.kernel.Centre;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** How pages are found, in which language, and how long browsers keep their files. */
@Configuration(proxyBeanMethods = false)
class FrameConfiguration implements WebMvcConfigurer {

    /** Programs, and guides within other websites, which set no cookie. */
    private static final String[] REMEMBERS_NOTHING = {"/api/**", "/embed/**"};

    @Bean
    Bundles bundles() {
        return new Bundles();
    }

    @Bean
    ViewResolver jteViews(
            Bundles bundles,
            ObjectProvider<NavEntry> entries,
            ObjectProvider<ResourceUrlProvider> assets,
            Centre centre) {
        return new JteViews(
                TemplateEngine.createPrecompiled(ContentType.Html),
                bundles,
                entries.stream()
                        .sorted(Comparator.comparingInt(NavEntry::order))
                        .toList(),
                assets.getObject(),
                centre);
    }

    /** Chinese unless the reader asks for English: the browser's own language says little on a shared machine. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
        resolver.setDefaultLocale(Locale.CHINA);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        return resolver;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActAnswers());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language).excludePathPatterns(REMEMBERS_NOTHING);
        registry.addInterceptor(new LanguageOnce()).addPathPatterns("/embed/**");
        registry.addInterceptor(new TypeSize()).excludePathPatterns(REMEMBERS_NOTHING);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl year =
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/frame/**")
                .addResourceLocations("classpath:/static/frame/")
                .setCacheControl(year)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(year)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addResolver(new LiteWebJarsResourceResolver());
    }
}
