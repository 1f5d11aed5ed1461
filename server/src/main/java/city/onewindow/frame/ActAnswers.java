package city.onewindow.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.ui.Model;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** Hands a page its {@link ActAnswer}, with what it would else ask for one by one. */
final class ActAnswers implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ActAnswer.class;
    }

    @Override
    public ActAnswer resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        ModelAndViewContainer shown = Objects.requireNonNull(page);
        RedirectAttributesModelMap redirect = new RedirectAttributesModelMap();
        shown.setRedirectModel(redirect);
        return new ActAnswer(
                (Model) shown.getModel(),
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)),
                redirect);
    }
}
