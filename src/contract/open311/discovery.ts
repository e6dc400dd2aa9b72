import type { Language } from '../text';
import type { Tree } from './document';
import { writeMoment } from './moment';

export interface Deployment {
  /** Where it is reached, without a slash at the end. */
  publicUrl: string;
  production: boolean;
  /** Six digits: its jurisdiction_id. */
  county: string;
  countyName: string;
  /** Since when its services are these. */
  servicesSince: Date;
}

/** What a client reads first: where the interface is, in which formats, and since when its services are these. */
export function discovery(deployment: Deployment, language: Language): Tree {
  const { publicUrl, production, county, countyName } = deployment;
  const changeset = writeMoment(deployment.servicesSince);
  const zh = language === 'zh';
  return {
    changeset,
    contact: zh
      ? `${countyName}（jurisdiction_id ${county}），邻里 ${publicUrl}。在“我的 → 意见和投诉”里写给县里。`
      : `${countyName} (jurisdiction_id ${county}), Linli ${publicUrl}. Write to the county under “Me → Complaints”.`,
    key_service: zh
      ? '向县里申请，只在提交时要用。请求人的姓名、电话、邮箱、设备号和账号都不保存。'
      : 'Ask the county for one; only filing needs it. Name, phone, email, device and account of the person are not kept.',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${publicUrl}/open311/v2`,
        changeset,
        type: production ? 'production' : 'test',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
}
