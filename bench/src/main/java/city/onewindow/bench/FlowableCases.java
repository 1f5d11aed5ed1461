package city.onewindow.bench;

import city.onewindow.catalog.CaseItem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;

/**
 * The same flow on a workflow engine: a user task for each step of each item, parallel gateways where items wait for one
 * another, history level audit.
 */
final class FlowableCases implements Contestant, AutoCloseable {

    private static final String KEY = "errand";

    private final ProcessEngine engine;
    private final long postmaster;

    FlowableCases(DataSource database, long postmaster, Flow flow) {
        this.postmaster = postmaster;
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchema("flowable");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.AUDIT);
        configuration.setAsyncExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addBpmnModel(KEY + ".bpmn20.xml", model(flow))
                .deploy();
    }

    @Override
    public String name() {
        return "Flowable 8";
    }

    @Override
    public long postmaster() {
        return postmaster;
    }

    @Override
    public void run() {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "number", "410300-20261124-000001",
                "applicant", "张*例",
                "window", "qykb",
                "title", "企业开办一件事",
                "edition", 1,
                "acceptedBy", "clerk"));
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey(KEY, variables)
                .getId();
        TaskService tasks = engine.getTaskService();
        for (List<Task> open = open(tasks, instance); !open.isEmpty(); open = open(tasks, instance)) {
            for (Task task : open) {
                tasks.complete(task.getId(), Map.of("opinion", "同意"));
            }
        }
    }

    private static List<Task> open(TaskService tasks, String instance) {
        return tasks.createTaskQuery().processInstanceId(instance).list();
    }

    private static BpmnModel model(Flow flow) {
        Process process = new Process();
        process.setId(KEY);
        Map<String, FlowElement> granted = new LinkedHashMap<>();
        FlowElement accepted = add(process, new ParallelGateway(), "accepted");
        link(process, add(process, new StartEvent(), "start"), accepted);
        FlowElement certified = add(process, new ParallelGateway(), "certified");
        for (CaseItem item : flow.items()) {
            String code = item.item().code();
            FlowElement opened = add(process, new ParallelGateway(), "open-" + code);
            FlowElement review = add(process, new UserTask(), "review-" + code);
            FlowElement decide = add(process, new UserTask(), "decide-" + code);
            FlowElement certify = add(process, new UserTask(), "certify-" + code);
            FlowElement fork = add(process, new ParallelGateway(), "granted-" + code);
            granted.put(item.name(), fork);
            if (item.after().isEmpty()) {
                link(process, accepted, opened);
            }
            item.after().forEach(before -> link(process, granted.getOrDefault(before, accepted), opened));
            link(process, opened, review);
            link(process, review, decide);
            link(process, decide, fork);
            link(process, fork, certify);
            link(process, certify, certified);
        }
        FlowElement deliver = add(process, new UserTask(), "deliver");
        link(process, certified, deliver);
        link(process, deliver, add(process, new EndEvent(), "end"));
        BpmnModel model = new BpmnModel();
        model.addProcess(process);
        return model;
    }

    private static FlowElement add(Process process, FlowElement element, String id) {
        element.setId(id);
        process.addFlowElement(element);
        return element;
    }

    private static void link(Process process, FlowElement from, FlowElement to) {
        SequenceFlow flow = new SequenceFlow(from.getId(), to.getId());
        flow.setId(from.getId() + "-to-" + to.getId());
        process.addFlowElement(flow);
    }

    @Override
    public void close() {
        engine.close();
    }
}
